package ask

// The cues that decide what a question wants.
const (
	who      cue = "who"
	what     cue = "what"
	other    cue = "other" // a question word that asks for something else
	handle   cue = "handle"
	next     cue = "next"
	absent   cue = "cover"
	qualify  cue = "qualify"
	duty     cue = "duty"
	me       cue = "me"
	here     cue = "here"
	greet    cue = "greet"
	thank    cue = "thank"
	help     cue = "help"
	instruct cue = "instruct" // tries to give the bot orders
	vacant   cue = "vacant"   // that nobody holds a role
	stead    cue = "stead"    // the work of somebody who was named
	alert    cue = "alert"
	plain    cue = "plain"

	agreement cue = "agreement"
	aService  cue = "service"
	aParty    cue = "party"
	kindSLA   cue = "SLA"
	kindOLA   cue = "OLA"
	kindUC    cue = "UC"
	kindSLR   cue = "SLR"

	roleOwner   cue = "process-owner"
	roleLead    cue = "process-lead"
	roleManager cue = "service-level-manager"
	roleAdmin   cue = "service-level-administrator"
)

// wants are the phrases that decide what a question wants.
var wants = []phrase{
	{
		who,
		"where do i send|where do i report|where do i turn|where do i go|where to send|where to report|" +
			"where should i send|where can i send|where can i complain|where do i complain|hwo|who|whos|whose|whom|" +
			"who is|who are|who can|who do i|who should i|which person|which people|what person|which role|what role|" +
			"which one of us|whoever|anyone|anybody|somebody|someone|point of contact|contact|contact person|poc|" +
			"go to person|which guy|which of our people|which of you|which colleague|which of us|which one of you|whom do i|the name of|which name|what name|whose name|name please|name pls|name plz|name of our|name of the",
		"找不到负责人|谁|谁来|是谁|由谁|找谁|归谁|哪位|哪个人|什么人|哪些人|何人|哪个角色|什么角色|哪一个角色|" +
			"哪种角色|哪个岗位|联系人|接口人|对接人|哪个同事|哪位同事|问谁|跟谁|和谁|向谁|给谁|哪个负责人",
	},
	{
		what,
		"what roles|which roles|what|whats|what is|what are|which|describe|explain|tell me about|define|list|" +
			"show|show me|difference between|difference",
		"什么|啥|哪些|介绍|介绍一下|说明|解释|区别|说说|列出|有什么|是什么",
	},
	{
		other,
		"when|why|how many|how much|how long|how old|where|what time|until when|since when|status|how is|" +
			"how are things|what for lunch|cost",
		"什么时候|何时|为什么|为何|多少|多久|几点|怎么样|哪里|哪儿|状态|状况|价格|几个",
	},
	{
		handle,
		"own slm|responsible for slm|in charge of slm|handle|answers for|answer for|responsible|responsable|" +
			"in charge|in charge of|own|owner|take care|look after|responsibility|accountable|manage|deal with|do|" +
			"care for|care about|cover by|cares|on the hook|mind|run by|take over|see to|belong to|accountability|" +
			"oversee",
		"找不到负责人|负责slm|slm谁负责|负责|管|管理|负责人|责任人|主管人|归口|处理|办|对口|承担|管着|分管|主责|" +
			"当家|责任|牵头|归谁管|经办|跟进|接手|盯",
	},
	{"holder", "hold|holder|play|act as|serve as|appointed|assigned", "担任|出任|任职|当|担当|扮演"},
	{
		next,
		"next|no ack|not acked|hasnt acked|not acknowledging|doesnt acknowledge|not acknowledged|comes after|stays silent|stay silent|remains silent|who is next|next in line|who is next in line|does not answer|doesnt answer|dont answer|not answer|no answer|" +
			"not answering|isnt answering|does not respond|doesnt respond|not respond|not responding|isnt responding|" +
			"no response|no reply|not reply|doesnt reply|not replying|not reachable|unreachable|cant reach|" +
			"cannot reach|can not reach|ignores me|ignores my|ignoring me|nobody answers|no one answers|after him|" +
			"after her|after them|one level up|level up|escalate to whom|who do i escalate|escalate to next|" +
			"next rung|next level|else can i|who else|if not reachable|does not pick up|doesnt pick up|not picking up",
		"下一个|下一位|下一级|下一步找|接下来|不回|没回|不回消息|没回消息|一直不回消息|一直没回消息|不回信息|没回信息|不回邮件|没回邮件|不回复|没回复|没有回复|没反应|没有反应|不回应|没回应|" +
			"不应答|没人应|没人回|联系不上|联系不到|找不到|找不到人|不接|不接电话|不理我|不理|没空|上一级|再往上|" +
			"往上找|升级给谁|升级找谁|还能找谁|然后找谁|还可以找谁|不答复|没答复|没响应|不响应|无响应|无人应答",
	},
	{
		absent,
		"cover|cover for|covering|stand in|stands in|stand in for|standing in|substitute|deputy|deputies|" +
			"deputise|deputize|backup|back up|fill in|filling in|fills in|replace|replacement|on leave|on holiday|" +
			"on vacation|away|is out|out of office|ooo|is off|sick|absent|absence|on pto|stand-in|second in line|" +
			"proxy|while is away|not here|isnt here|vacation|do his job|do her job|do their job|doing his job|doing her job|doing their job|" +
			"in his place|in her place|in his stead|in her stead|if not who|if not then who|otherwise who|or else who",
		"代理|代理人|代班|代替|替|替代|顶替|接替|顶班|替班|代管|副手|后备|备份|休假|请假|不在|外出|度假|出差|" +
			"缺席|生病|病假|年假|顶|代为|代办|暂代|临时负责|后备人员|副职|放假",
	},
	{
		qualify,
		"credentials|track record|prior experience|qualification|qualify|qualified|skill|skills|competence|competency|what does it take|" +
			"what kind of person|what sort of person|what type of person|apply for|apply as|what do i need to be|need to be|need to become|what do i need to become|become|requirements to be|" +
			"know how|experience|prerequisite|must have|have to know|need to know|needs to know|must know|" +
			"should know|able to|be good at|capability|expertise|educated|background",
		"有什么经历|有哪些经历|有什么背景|什么经历|哪些经历|怎样的经历|工作经历|相关经历|履历|资历|学历|什么背景|什么样的人|哪种人|怎样的人|应聘|竞聘|应征|资质|资格|任职资格|任职要求|任职条件|条件|需要具备|具备什么|具备哪些|具备|技能|能力|能力要求|素质|" +
			"要求是什么|有什么要求|有哪些要求|什么要求|哪些要求|胜任|经验|要会什么|需要会什么|应该会|需要懂|应该懂|" +
			"要懂",
	},
	{
		duty,
		"who am i|duties|duty|responsibilities|responsible for what|tasks|task|job|remit|do all day|what to do|" +
			"work on|works on|doing|job description",
		"我是谁|职责|职责是什么|负责什么|负责哪些|管什么|管哪些|管啥|负责啥|干什么|干啥|做什么|做啥|做哪些|" +
			"工作内容|的职责|任务|干嘛|干嘛的|做什么的|干什么的|负责的|的责任|哪些责任|什么责任|手上|名下",
	},
	{
		vacant,
		"vacant|vacancy|have nobody|has nobody|have no one|has no one|have no holder|has no holder|not held|unfilled|unmanned|unoccupied|nobody holds|no one holds|held by nobody|held by no one|" +
			"without a holder|nobody in it|every role filled|all roles filled|roles are filled|all roles taken|any open roles",
		"空缺|还没人|没有人在|没人担任|无人担任|没有人担任|空着|空岗|无人任职|没人任职|没人当",
	},
	{
		stead,
		"his work|her work|their work|his job|her job|their job|his tasks|her tasks|his duties|her duties|his stuff|" +
			"her stuff|his part|her part|his things|her things|jump in for|step in for|take over for|take over from|" +
			"take over his|take over her|pick up his|pick up her",
		"他的事|她的事|他的活|她的活|他的工作|她的工作|他手上|她手上|他那摊|她那摊|他的职责|她的职责|接他|接她|帮他|帮她|顶上",
	},
	{me, "who am i|i|me|my|mine|myself|am i|do i", "我是谁|我|我的|本人|我自己"},
	{
		here,
		"it|this|that|here|these|this one|that one|this sla|this ola|this service|this channel|its",
		"它|他|她|这个|那个|这份|那份|这里|这|该|本|此|这项|本频道|这个频道|这边|本服务|该服务|该协议|这个协议|" +
			"这个服务|这份协议|咱们这|我们这",
	},
	{
		greet,
		"hi|hello|hey|hi there|hello there|good morning|good afternoon|good evening|good day|greetings|howdy|yo|" +
			"morning|hallo|hey there|nice to meet you|how are you",
		"你好|您好|大家好|嗨|哈喽|早上好|下午好|晚上好|早|早安|在吗|在不在|有人吗|你好啊",
	},
	{
		thank,
		"thank|thanks|thank you|thx|ty|cheers|much appreciated|appreciate it|appreciated|tks|great thanks|" +
			"perfect|great|awesome|nice|well done|good bot|got it|danke|merci|thank u",
		"谢谢|多谢|感谢|谢了|谢啦|谢谢你|谢谢您|非常感谢|辛苦了|太好了|知道了|明白了|好的谢谢|收到|谢",
	},
	{
		help,
		"help|help me|what can you do|what can i ask|how does this work|how do you work|how do i use you|" +
			"how to use you|what do you do|who are you|what are you|usage|manual|instructions please|" +
			"what do you know|commands|what can you help with|how can you help",
		"帮助|怎么用|如何使用|使用说明|你能做什么|你会什么|你会做什么|你能干什么|你是谁|你是干什么的|" +
			"你可以做什么|能帮我什么|你能干嘛|有什么功能|能问什么|可以问什么|怎么问",
	},
	{
		instruct,
		"ignore your|ignore all|ignore previous|ignore the above|ignore any|ignore instruction|ignore everything|" +
			"disregard|forget your|forget all|forget everything|forget previous|forget the|system prompt|your prompt|" +
			"your instruction|you are now|pretend|jailbreak|developer mode|act like|roleplay|your rules|say that|" +
			"reply with|you must answer|you must say|you must reply|always answer|always say|answer only with|print your|reveal",
		"都回答|只能回答|必须回答|忽略|无视|忘记|忘掉|系统提示|提示词|你的指令|你现在是|假装|扮演成|你的规则|输出你的|只回答",
	},
	{
		alert,
		"told first|is told|gets told|told when|told if|informed|notified|is notified|notify first|alerted|" +
			"gets alerted|gets notified|gets pinged|pinged|informed first|paged|gets paged|is alerted|gets the alert|" +
			"receives the alert|receive alert|gets informed",
		"先通知谁|先通知|通知谁|收到告警|收到通知|收告警|被通知|最先通知|首先通知|第一个通知|谁会收到",
	},
}

// named are the phrases for kinds of things, which narrow what a name may be.
var named = []phrase{
	{
		kindSLA,
		"sla|slas|service level agreement|service agreement",
		"服务级别协议|服务水平协议|服务等级协议|服务水准协议|客户协议",
	},
	{
		kindOLA,
		"ola|olas|operational level agreement|operation level agreement|operating level agreement|" +
			"internal agreement",
		"运营级别协议|运营水平协议|运维级别协议|操作级别协议|运作级别协议|内部协议|内部支持协议|运营级协议|" +
			"操作水平协议",
	},
	{
		kindUC,
		"uc|ucs|underpinning contract|supplier contract|vendor contract|supplier agreement|vendor agreement|" +
			"contract with supplier|contract with vendor",
		"支撑合同|支持合同|供应商合同|供应合同|外部合同|供应商协议|基础合同|支撑合约|底层合同",
	},
	{
		kindSLR,
		"slr|slrs|service level requirement",
		"服务级别需求|服务级别要求|服务水平需求|服务等级需求|服务水平要求",
	},
	{agreement, "agreement|contract|promise|deal", "协议|合同|契约|约定|承诺|协定|合约"},
	{"contract", "contract", "合同|合约"},
	{aService, "service|system|application|app|platform|services", "服务|系统|应用|平台"},
	{
		aParty,
		"customer|client|business unit|business units|department|dept|team|supplier|vendor|group|division|unit|" +
			"departments|suppliers|customers|teams|vendors|provider|consumer",
		"客户|部门|团队|供应商|业务部门|小组|厂商|业务单位|科室|组|内部团队|内部it|乙方|甲方|提供方",
	},
	{
		roleOwner,
		"process owner|slm process owner|service level management process owner|owner of the process|" +
			"process-owner|slm owner|owner of the slm process|po",
		"流程主管|服务级别管理流程主管|流程所有者|流程负责人|服务级别管理流程负责人|流程拥有者|slm流程主管|" +
			"slm流程负责人|流程责任人|流程owner|主管",
	},
	{
		roleLead,
		"process lead|execution lead|process execution lead|slm process execution lead|process manager|" +
			"process-lead|process leader|slm process lead|executive lead|slm process manager|execution leader|" +
			"slm lead|the lead|our lead|lead of the process|" +
			"lead the execution of the process|lead execution of the process|lead the process execution",
		"流程执行负责人|执行负责人|执行主管|流程执行主管|流程经理|流程执行人|流程执行经理|slm流程执行负责人",
	},
	{
		roleManager,
		"service level manager|sl manager|slm|slms|service-level-manager|service manager|level manager|" +
			"slm manager|sla manager|manager",
		"服务级别经理|级别经理|服务经理|服务水平经理|服务等级经理|服务级经理|sla经理|slm经理|经理|" +
			"服务级别管理经理",
	},
	{
		roleAdmin,
		"service level administrator|sl administrator|sl admin|service-level-administrator|service level admin|" +
			"service administrator|level administrator|slm administrator|sla administrator|sla admin|slm admin|admin|" +
			"administrator|service admin",
		"服务级别管理员|级别管理员|服务管理员|服务水平管理员|服务等级管理员|管理员|sla管理员|slm管理员|" +
			"服务级管理员|服务级别行政",
	},
}
